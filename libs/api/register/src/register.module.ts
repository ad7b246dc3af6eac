import multipart from '@fastify/multipart';
import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CalendarModule } from '@qinglan/api-calendar';
import { DirectoryModule } from '@qinglan/api-directory';
import { MentoringModule } from '@qinglan/api-mentoring';
import { ProgrammeModule } from '@qinglan/api-programme';
import { SchedulingModule } from '@qinglan/api-scheduling';
import type { FastifyInstance } from 'fastify';
import { ImportDemo } from './import-demo';
import { ImportRegister } from './import-register';
import { ImportQueries } from './import.queries';
import { ImportStore } from './import.store';
import { KnownQueries } from './known.queries';
import { RegisterController } from './register.controller';
import { SheetReader } from './sheet-reader';
import { SheetWriters } from './sheet-writers';
import { limits } from './unreadable';
import { CalendarSheets } from './write-calendar-sheets';
import { FactSheet } from './write-fact-sheet';
import { PeopleSheets } from './write-people-sheets';
import { ProgrammeSheets } from './write-programme-sheets';
import { SchoolSheets } from './write-school-sheets';

const writers = [SheetWriters, CalendarSheets, SchoolSheets, PeopleSheets, ProgrammeSheets, FactSheet];
const importing = [ImportRegister, ImportDemo, ImportQueries, ImportStore, KnownQueries, SheetReader];

/** The import of the fifteen sheets. */
@Module({
  imports: [DirectoryModule, CalendarModule, SchedulingModule, MentoringModule, ProgrammeModule],
  controllers: [RegisterController],
  providers: [...importing, ...writers],
  exports: [ImportRegister, ImportDemo],
})
export class RegisterModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /**
   * Forms are read here only; a command has no server to teach it to. Not awaited: that would boot the server now,
   * before Nest has told it how to answer errors, and a malformed body would be answered in Fastify's own words.
   */
  onModuleInit(): void {
    const server = this.host.httpAdapter?.getInstance() as FastifyInstance | undefined;
    void server?.register(multipart, {
      limits: { fileSize: limits.fileBytes, files: limits.files, parts: limits.files + 10 },
    });
  }
}
