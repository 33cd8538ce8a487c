import type { CategoryTexts } from './category-texts.ts';
import { construction } from './construction.ts';
import { flooding } from './flooding.ts';
import { foodSafety } from './food-safety.ts';
import { noise } from './noise.ts';
import { pavement } from './pavement.ts';
import { pollution } from './pollution.ts';
import { powerTelecom } from './power-telecom.ts';
import { publicService } from './public-service.ts';
import { roadDamage } from './road-damage.ts';
import { security } from './security.ts';
import { streetLight } from './street-light.ts';
import { tourism } from './tourism.ts';
import { traffic } from './traffic.ts';
import { trees } from './trees.ts';
import { waste } from './waste.ts';
import { waterSupply } from './water-supply.ts';

/** The texts by category code, as the province templates name the categories. */
export const textsByCategory: ReadonlyMap<string, CategoryTexts> = new Map([
  ['road-damage', roadDamage],
  ['street-light', streetLight],
  ['waste', waste],
  ['flooding', flooding],
  ['water-supply', waterSupply],
  ['trees', trees],
  ['noise', noise],
  ['construction', construction],
  ['pavement', pavement],
  ['traffic', traffic],
  ['pollution', pollution],
  ['food-safety', foodSafety],
  ['security', security],
  ['public-service', publicService],
  ['tourism', tourism],
  ['power-telecom', powerTelecom],
]);
