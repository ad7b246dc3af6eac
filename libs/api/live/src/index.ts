export { CloseSilent } from './close-silent';
export { LiveModule } from './live.module';
export { PruneRooms } from './prune-rooms';
export { SettleLessons } from './settle-lessons';
