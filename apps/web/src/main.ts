import { bootstrapApplication } from '@angular/platform-browser';
import { fetchAhead } from './app/ahead';
import { appConfig } from './app/app.config';
import { App } from './app/app';

fetchAhead(location.pathname);
void bootstrapApplication(App, appConfig);
