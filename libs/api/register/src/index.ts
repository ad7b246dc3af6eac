export { readGivenFiles } from './given-files';
export { ImportDemo, importDemoOnce } from './import-demo';
export { type ImportOutcome, ImportRegister } from './import-register';
export { reportOf } from './import-report';
export { RegisterModule } from './register.module';
export { Unreadable } from './unreadable';
