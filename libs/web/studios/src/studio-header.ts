import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingDay } from '@qinglan/web-platform';
import { Button, Icon } from '@qinglan/web-ui';
import { Avatar } from './avatar';
import { Plaque } from './plaque';
import type { Honour, Studio } from './shapes';

/** Field, host, lead, figures of now, and the honours as plaques. */
@Component({
  selector: 'studios-header',
  imports: [Avatar, BeijingDay, Button, Icon, Plaque, TranslocoPipe],
  templateUrl: './studio-header.html',
  styleUrl: './studio-header.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StudioHeader {
  readonly studio = input.required<Studio>();
  readonly edited = output();
  /** Null adds one. */
  readonly honoured = output<Honour | null>();
}
