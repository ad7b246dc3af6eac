export { routes, sharedRoutes } from './routes';
