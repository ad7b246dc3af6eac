import { describe, expect, it } from '@jest/globals';
import { pairingStates } from '@qinglan/domain';
import { pathOf } from './pairing-path';

const line = (state: (typeof pairingStates)[number], isUnsigned = false) =>
  pathOf(state, isUnsigned)
    .filter(({ standing }) => standing !== 'left-out')
    .map(({ station, standing, state: said }) => `${station}:${standing}${said ? `(${said})` : ''}`)
    .join(' ');

describe('the way of a pairing', () => {
  it('stands at exactly one station, whatever the state', () => {
    for (const state of pairingStates) {
      expect(pathOf(state).filter(({ standing }) => standing === 'now')).toHaveLength(1);
    }
  });

  it('shows a pause where the two work, and names it', () => {
    expect(line('paused')).toBe(
      'nominated:done consenting:done agreed:done active:now(paused) assessing:ahead end:ahead',
    );
  });

  it('does not tick an agreement that wants names once the two work', () => {
    expect(line('active', true)).toBe(
      'nominated:done consenting:done agreed:open active:now assessing:ahead end:ahead',
    );
    expect(line('agreed', true)).toBe(
      'nominated:done consenting:done agreed:now active:ahead assessing:ahead end:ahead',
    );
  });

  it('claims no station that was never reached', () => {
    expect(line('lapsed')).toBe('nominated:done consenting:done end:now(lapsed)');
    expect(line('dissolved')).toBe('nominated:done consenting:done agreed:done active:done end:now(dissolved)');
    expect(line('completed')).toBe(
      'nominated:done consenting:done agreed:done active:done assessing:done end:now(completed)',
    );
  });
});
