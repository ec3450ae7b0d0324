// What the public may know of an office, as the server sends it.

import type { Words } from "../shared/i18n.ts";
import type { Wait } from "../shared/wait.ts";

export interface Service {
  id: string;
  name: Words;
  bring: Words;
  queue: string;
  walk_in: boolean;
  open: boolean;
  waiting: number;
  wait: Wait;
}

export interface Office {
  id: string;
  name: Words;
  services: Service[];
  now: number;
}
