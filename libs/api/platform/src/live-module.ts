import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { LiveRegistry } from './live-registry';
import { Sockets } from './live-sockets';

/** Sockets for every feature; whoever has a gateway imports it, and the application calls `useLiveSockets`. */
@Global()
@Module({ imports: [DiscoveryModule], providers: [Sockets, LiveRegistry], exports: [Sockets, LiveRegistry] })
export class LiveSocketsModule {}
