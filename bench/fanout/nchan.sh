#!/bin/sh
# Prints an nginx configuration with nchan that does what the other systems
# here do: `nchan.sh PORT FOLDER`, the folder for what nginx must write.
port=$1
folder=$2
cat <<EOF
load_module /usr/lib/nginx/modules/ngx_nchan_module.so;
worker_processes 1;
daemon off;
pid $folder/nginx.pid;
error_log $folder/error.log;
worker_rlimit_nofile 20000;
events { worker_connections 19900; }
http {
  access_log off;
  client_body_temp_path $folder/body;
  proxy_temp_path $folder/proxy;
  fastcgi_temp_path $folder/fastcgi;
  uwsgi_temp_path $folder/uwsgi;
  scgi_temp_path $folder/scgi;
  keepalive_requests 100000000;
  nchan_shared_memory_size 512m;
  server {
    listen 127.0.0.1:$port backlog=4096;
    location ~ ^/sub/(\d+)\$ {
      nchan_subscriber websocket;
      nchan_channel_id \$1;
      nchan_subscriber_first_message newest;
    }
    location ~ ^/pub/(\d+)\$ {
      nchan_publisher http;
      nchan_channel_id \$1;
      nchan_message_buffer_length 10;
    }
  }
}
EOF
