import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet],
  template: '<main><h1>青蓝</h1><router-outlet /></main>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {}
