export { ahead, routes } from './routes';
