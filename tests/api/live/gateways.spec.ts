import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { asGateway, type FoundGateway, gatewayFaults, LiveGateway, LiveRegistry, OnEvent } from '@qinglan/api-platform';
import { beat, clientEvent, clientEvents } from '@qinglan/contracts';
import * as z from 'zod';
import { aHouse, type House } from '../../support';

@WebSocketGateway()
class Bare {
  @SubscribeMessage('bare.event')
  hear() {
    return 'unasked';
  }
}

const strange = clientEvent({
  name: 'strange.event',
  summary: 'An event that no list knows',
  access: 'signed-in',
  body: z.object({}),
  reply: z.object({}),
  problems: [],
});

@LiveGateway()
class Strange {
  @OnEvent(strange)
  hear() {
    return {};
  }
  @OnEvent(beat)
  beat() {
    return { epoch: '', offset: 0 };
  }
}

const found = (gateway: new () => object): FoundGateway => {
  const seen = asGateway(gateway);
  if (!seen) throw new Error(`${gateway.name} is no gateway`);
  return seen;
};

describe('the gateways of the application', () => {
  let house: House;
  beforeAll(async () => {
    house = await aHouse();
  });
  afterAll(() => house.close());

  it('are all live, hear only what a contract describes, and leave no contract unheard', () => {
    const gateways = house.app.get(LiveRegistry).gateways();
    expect(gateways.map((gateway) => gateway.isLive)).toEqual(gateways.map(() => true));
    const heard = gateways.flatMap((gateway) => gateway.events.map((event) => event.name));
    expect(heard.sort()).toEqual(
      Object.values(clientEvents)
        .map((event) => event.name)
        .sort(),
    );
    expect(gatewayFaults(gateways)).toEqual([]);
  });
});

describe('a gateway that is not as it should be', () => {
  it('is found without the decorator, with a message past its contract', () => {
    expect(gatewayFaults([found(Bare)])).toEqual([
      'Bare is a gateway without @LiveGateway()',
      'Bare.hear hears bare.event without a contract',
    ]);
  });

  it('is found with an event that no list of contracts knows, and with one that another hears', () => {
    expect(gatewayFaults([found(Strange), found(Strange)])).toEqual([
      'Strange.hear hears strange.event without a contract',
      'Strange.hear hears strange.event without a contract',
      'strange.event is heard twice',
      'room.beat is heard twice',
    ]);
  });

  it('is no class without one', () => {
    expect(asGateway(class Plain {})).toBeNull();
  });
});
