import { type DynamicModule, Module } from '@nestjs/common';
import { IdentityModule } from '@qinglan/api-identity';
import { type Clock, PlatformModule, type Settings } from '@qinglan/api-platform';

/** The one list of features. */
@Module({})
export class AppModule {
  static with(settings: Settings, clock?: Clock): DynamicModule {
    const features = [IdentityModule];
    return { module: AppModule, imports: [PlatformModule.with(settings, clock), ...features] };
  }
}
