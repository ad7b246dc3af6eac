export { routes, verifyRoutes } from './routes';
