export { accountRoutes, accountsRoutes, signInRoutes } from './routes';
