export { GivePassword } from './give-password';
export { IdentityModule } from './identity.module';
