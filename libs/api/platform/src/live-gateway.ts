import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { ClientEvent } from '@qinglan/contracts';
import type * as z from 'zod';
import type { LiveSocket } from './live-conversation';
import { EVENT, LIVE_GATEWAY } from './live-marks';

/** What an event hands to its handler after parsing. */
export type BodyOf<E extends ClientEvent> = z.output<E['body']>;
/** What a handler of an event answers. */
export type ValueOf<E extends ClientEvent> = z.input<E['reply']>;

type Handler<E extends ClientEvent> = (socket: LiveSocket, body: BodyOf<E>) => ValueOf<E> | Promise<ValueOf<E>>;

/** Binds a method of a `@LiveGateway()` to an event; the compiler checks it against the contract. */
export const OnEvent =
  <E extends ClientEvent>(event: E) =>
  <M extends Handler<E>>(_target: object, _name: string | symbol, method: TypedPropertyDescriptor<M>): void => {
    if (method.value) Reflect.defineMetadata(EVENT, event, method.value);
  };

type Method = (this: unknown, socket: LiveSocket, body: unknown) => unknown;

/** Puts the conversation of the socket between the wire and the method: nothing reaches it unparsed or unasked. */
function guarded(event: ClientEvent, method: Method): Method {
  const answering: Method = function (socket, given) {
    return socket.data.conversation.answer(event, given, (body) => method.call(this, socket, body));
  };
  Reflect.defineMetadata(EVENT, event, answering);
  SubscribeMessage(event.name)({}, event.name, { value: answering });
  return answering;
}

/**
 * What guards, pipes and filters do for requests is of no use to gateways: nothing answers a message that they refuse. This
 * decorator brings it instead: parsing, access, pace and problems. A gateway without it keeps the server from starting.
 */
export function LiveGateway(): ClassDecorator {
  return (gateway) => {
    WebSocketGateway()(gateway);
    Reflect.defineMetadata(LIVE_GATEWAY, true, gateway);
    const methods = gateway.prototype as Record<string, Method>;
    for (const name of Object.getOwnPropertyNames(methods)) {
      const method = methods[name];
      const event = method && (Reflect.getMetadata(EVENT, method) as ClientEvent | undefined);
      if (method && event) Object.defineProperty(methods, name, { value: guarded(event, method), configurable: true });
    }
  };
}
