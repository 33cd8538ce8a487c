import { monument, serviceCounter } from './buildings.ts';
import { fallenTree, leaningTree } from './trees.ts';
import { leaningPole, saggingCables, streetLight, trafficLight } from './lights-and-wires.ts';
import { brokenPavement, buildingSite, landslide, missingSign, pothole, sinkhole } from './roads.ts';
import { foodStall, loudspeaker, occupiedPavement, strayDog } from './street-life.ts';
import { beachRubbish, rubbish, rubble } from './waste.ts';
import { blockedDrain, burstPipe, dirtyCanal, floodedStreet, smoke } from './water-and-smoke.ts';

/** What is drawn, each before and after it was dealt with; after stands in the same place. */
export const drawings = {
  pothole,
  sinkhole,
  landslide,
  'building-site': buildingSite,
  'broken-pavement': brokenPavement,
  'missing-sign': missingSign,
  'street-light': streetLight,
  'leaning-pole': leaningPole,
  'sagging-cables': saggingCables,
  'traffic-light': trafficLight,
  rubbish,
  rubble,
  'beach-rubbish': beachRubbish,
  'flooded-street': floodedStreet,
  'blocked-drain': blockedDrain,
  'burst-pipe': burstPipe,
  'dirty-canal': dirtyCanal,
  smoke,
  'fallen-tree': fallenTree,
  'leaning-tree': leaningTree,
  loudspeaker,
  'occupied-pavement': occupiedPavement,
  'food-stall': foodStall,
  'stray-dog': strayDog,
  'service-counter': serviceCounter,
  monument,
} as const;
