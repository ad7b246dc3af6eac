import { type DynamicModule, Module } from '@nestjs/common';
import { CalendarModule } from '@qinglan/api-calendar';
import { DirectoryModule } from '@qinglan/api-directory';
import { IdentityModule } from '@qinglan/api-identity';
import { LiveModule } from '@qinglan/api-live';
import { type Clock, PlatformModule, type Settings } from '@qinglan/api-platform';
import { RegisterModule } from '@qinglan/api-register';
import { ReportsModule } from '@qinglan/api-reports';
import { SchedulingModule } from '@qinglan/api-scheduling';

/** The one list of features. */
@Module({})
export class AppModule {
  static with(settings: Settings, clock?: Clock): DynamicModule {
    const features = [IdentityModule, DirectoryModule, CalendarModule, SchedulingModule, LiveModule, RegisterModule];
    return { module: AppModule, imports: [PlatformModule.with(settings, clock), ...features, ReportsModule] };
  }
}
