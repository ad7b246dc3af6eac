import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { GATEWAY_METADATA, MESSAGE_METADATA } from '@nestjs/websockets/internal';
import { type ClientEvent, clientEvents } from '@qinglan/contracts';
import { EVENT, LIVE_GATEWAY } from './live-marks';

/** A message that a gateway hears; the contract is missing where it was bound past `@OnEvent`. */
export interface HeardEvent {
  readonly name: string;
  readonly method: string;
  readonly contract: ClientEvent | null;
}

/** A gateway as it was found in the running application. */
export interface FoundGateway {
  readonly name: string;
  readonly isLive: boolean;
  readonly events: readonly HeardEvent[];
}

type Class = new (...given: never[]) => object;

function heardBy(gateway: Class): readonly HeardEvent[] {
  const methods = gateway.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(methods).flatMap((method) => {
    const bound = methods[method];
    const name = bound && (Reflect.getMetadata(MESSAGE_METADATA, bound) as string | undefined);
    if (!bound || name === undefined) return [];
    return [{ name, method, contract: (Reflect.getMetadata(EVENT, bound) as ClientEvent | undefined) ?? null }];
  });
}

/** A class as a gateway, or null where it is none. */
export function asGateway(found: Class): FoundGateway | null {
  if (Reflect.getMetadata(GATEWAY_METADATA, found) !== true) return null;
  return { name: found.name, isLive: Reflect.hasMetadata(LIVE_GATEWAY, found), events: heardBy(found) };
}

/** What is wrong with the gateways of an application, in words; an empty list where nothing is. */
export function gatewayFaults(gateways: readonly FoundGateway[]): readonly string[] {
  const heard = gateways.flatMap((gateway) => gateway.events.map((event) => ({ gateway, event })));
  const names = heard.map(({ event }) => event.name);
  const bare = gateways.filter((one) => !one.isLive).map((one) => `${one.name} is a gateway without @LiveGateway()`);
  const unknown = heard
    .filter(({ event }) => !event.contract || !Object.values(clientEvents).some((known) => known === event.contract))
    .map(({ gateway, event }) => `${gateway.name}.${event.method} hears ${event.name} without a contract`);
  const twice = names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} is heard twice`);
  return [...bare, ...unknown, ...twice];
}

/** Lists every gateway and the events it hears; an application with a faulty one does not start. */
@Injectable()
export class LiveRegistry implements OnModuleInit {
  constructor(private readonly discovery: DiscoveryService) {}

  gateways(): readonly FoundGateway[] {
    const classes = this.discovery.getProviders().flatMap(({ metatype }) => (metatype ? [metatype as Class] : []));
    return classes.map(asGateway).filter((found) => found !== null);
  }

  onModuleInit(): void {
    const faults = gatewayFaults(this.gateways());
    if (faults.length > 0) throw new Error(faults.join('; '));
  }
}
