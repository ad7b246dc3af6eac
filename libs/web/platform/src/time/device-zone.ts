const xinjiangZones = new Set(['Asia/Urumqi', 'Asia/Kashgar']);

/** Is the device's own clock set to Xinjiang time? Asked for the notice only; no time is written with it. */
export const isDeviceOnXinjiangTime = (): boolean =>
  xinjiangZones.has(Intl.DateTimeFormat().resolvedOptions().timeZone);
