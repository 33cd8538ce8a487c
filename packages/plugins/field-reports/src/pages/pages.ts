import type { MountEnvironment } from '@tinhthong/core';
import { Hono } from 'hono';
import type { FieldReports } from '../module.ts';
import { listPage } from './list-page.ts';
import { reportPage } from './report-page.ts';
import { newReportPage, submitFromPage } from './submit-page.ts';
import { followFromPage, trackPage } from './track-page.ts';
import { workListPage } from './work-list-page.ts';
import { moveFromPage, workPage } from './work-page.ts';

/** The module's pages under `/phan-anh`, without JavaScript. Each calls the routes of the module's own API. */
export const pages = new Hono<MountEnvironment<FieldReports>>()
  .get('/', listPage)
  .get('/gui', newReportPage)
  .post('/gui', submitFromPage)
  .get('/theo-doi', trackPage)
  .post('/theo-doi', followFromPage)
  .get('/viec', workListPage)
  .get('/viec/:code', workPage)
  .post('/viec/:code/:move', moveFromPage)
  .get('/:code', reportPage);
