import { roundDegrees } from '../base/round-degrees.ts';

export type Found = { readonly lat: number; readonly lon: number; readonly accuracy: number } | { readonly failed: 'refused' | 'not-found' | 'too-slow' };

const longestMs = 15_000;

/** Whether the browser can be asked at all: pages without https cannot. */
export function canFindMe(): boolean {
  return isSecureContext && 'geolocation' in navigator;
}

/** Asks the device where it is, after a press and never by itself. */
export function findMe(): Promise<Found> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => resolve({ lat: roundDegrees(latitude), lon: roundDegrees(longitude), accuracy }),
      ({ code }) => resolve({ failed: code === 1 ? 'refused' : code === 2 ? 'not-found' : 'too-slow' }),
      { enableHighAccuracy: true, timeout: longestMs, maximumAge: 30_000 },
    );
  });
}
