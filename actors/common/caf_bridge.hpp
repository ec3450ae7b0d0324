// The one header that knows which CAF we build against (0.17.6 today).
// Everything CAF renamed on its way to 1.x is spelled here and nowhere else.

#pragma once

#include <caf/actor_system.hpp>
#include <caf/actor_system_config.hpp>
#include <caf/exit_reason.hpp>
#include <caf/result.hpp>
#include <caf/send.hpp>
#include <caf/stateful_actor.hpp>
#include <caf/type_id.hpp>
#include <caf/typed_actor.hpp>
#include <caf/typed_event_based_actor.hpp>

#include <utility>

namespace suivant {

// CAF 1.x: using type = caf::result<Reply>(Message...);
template <class Signature>
struct handler;

template <class Reply, class... Message>
struct handler<Reply(Message...)> {
  using type = typename caf::replies_to<Message...>::template with<Reply>;
};

template <class... Message>
struct handler<void(Message...)> {
  using type = caf::reacts_to<Message...>;
};

/// The address of an actor that understands the given messages, written as
/// plain function types: `handle<reply(question), void(notice)>`.
template <class... Signatures>
using handle = caf::typed_actor<typename handler<Signatures>::type...>;

/// A message that actors/messages.hpp lists; CAF 1.x accepts no other.
template <class Message>
concept listed = requires { caf::type_id<Message>::value; };

// CAF 1.x: self->mail(message).send(whom);
template <class Self, class Whom, listed Message>
void tell(Self* self, const Whom& whom, Message message) {
  self->send(whom, std::move(message));
}

/// The same from a thread that is no actor, such as a socket's.
// CAF 1.x: caf::anon_mail(message).send(whom);
template <class Whom, listed Message>
void tell_from_outside(const Whom& whom, Message message) {
  caf::anon_send(whom, std::move(message));
}

// CAF 1.x: self->mail(message).delay(pause).send(whom);
template <class Self, class Whom, listed Message>
void tell_later(Self* self, const Whom& whom, caf::timespan pause,
                Message message) {
  self->delayed_send(whom, pause, std::move(message));
}

/// Asks and goes on with other messages until the answer is in.
// CAF 1.x: self->mail(message).request(whom, limit).then(on_reply, on_error);
template <class Self, class Whom, listed Message, class OnReply, class OnError>
void ask(Self* self, const Whom& whom, caf::timespan limit, Message message,
         OnReply on_reply, OnError on_error) {
  self->request(whom, limit, std::move(message)).then(on_reply, on_error);
}

/// Calls `on_down` with the address of any watched actor that has ended.
// CAF 1.x: self->monitor(whom, on_down), one call each.
template <class Self, class OnDown>
void when_one_is_down(Self* self, OnDown on_down) {
  self->set_down_handler(
      [on_down](const caf::down_msg& it) { on_down(it.source, it.reason); });
}

// CAF 1.x: the callback is given here.
template <class Self, class Whom>
void watch(Self* self, const Whom& whom) {
  self->monitor(whom);
}

/// Asks an actor to finish what it is doing and end.
// CAF 1.x: the same.
template <class Whom>
void stop(const Whom& whom) {
  caf::anon_send_exit(whom, caf::exit_reason::user_shutdown);
}

/// Starts an actor whose body is a `Keeper`: an object that lives as long as
/// the actor does, knows its own address, and on `start` says how it behaves.
/// With `caf::detached` it gets a thread of its own.
// CAF 1.x: self->state() instead of self->state.
template <class Keeper, caf::spawn_options Options = caf::no_spawn_options,
          class... Args>
typename Keeper::address spawn_keeper(caf::actor_system& system, Args... args) {
  using address = typename Keeper::address;
  using pointer = typename address::template stateful_pointer<Keeper>;
  return system.spawn<Options>(
      [](pointer self, Args... with) -> typename address::behavior_type {
        return self->state.start(std::move(with)...);
      },
      std::move(args)...);
}

// CAF 1.x: caf::init_global_meta_objects<Block>(), once, before any config.
template <class Block>
void know_messages(caf::actor_system_config& config) {
  config.add_message_types<Block>();
}

} // namespace suivant
