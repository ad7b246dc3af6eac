import { computed, effect, Injectable, signal, type Signal, type WritableSignal } from '@angular/core';

/** Light or dark, or as the device has it. */
export type Theme = 'auto' | 'light' | 'dark';
/** Languages of the interface. */
export type LanguageCode = 'zh' | 'en' | 'ug';

const languageCodes: readonly LanguageCode[] = ['zh', 'en', 'ug'];
const themes: readonly Theme[] = ['auto', 'light', 'dark'];
const switches = ['on', 'off'] as const;

/** What a person set on this device; kept in the browser and nowhere else. */
@Injectable({ providedIn: 'root' })
export class Preferences {
  private readonly clock = kept('second-clock', switches, 'off');

  readonly language: WritableSignal<LanguageCode> = kept('language', languageCodes, 'zh');
  readonly theme: WritableSignal<Theme> = kept('theme', themes, 'auto');
  /** Shows Xinjiang time as a second label beside Beijing time. */
  readonly secondClock: Signal<boolean> = computed(() => this.clock() === 'on');

  setSecondClock(isOn: boolean): void {
    this.clock.set(isOn ? 'on' : 'off');
  }
}

/** A signal kept in localStorage, which private windows and strict settings may refuse. */
function kept<T extends string>(name: string, allowed: readonly T[], otherwise: T): WritableSignal<T> {
  const key = `qinglan.${name}`;
  const stored = attempt(() => localStorage.getItem(key));
  const value = signal(allowed.find((one) => one === stored) ?? otherwise);
  effect(() => {
    const now = value();
    attempt(() => localStorage.setItem(key, now));
  });
  return value;
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
