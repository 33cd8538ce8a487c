import type { MountEnvironment } from '@tinhthong/core';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { geoFeed } from '../after-answer/report-points.ts';
import { rssFeed } from '../after-answer/rss-feed.ts';
import { videoUploads } from '../media/video-uploads.ts';
import type { FieldReports } from '../module.ts';
import { figuresPage } from '../figures/figures-page.ts';
import { agencyFiguresPage, digestPage, hotSpotsPage } from '../figures/staff-pages.ts';
import { clocksFromPage } from './clocks-page.ts';
import { importFromPage, importPage, newImportPage, runFromPage } from './import-page.ts';
import { intakeListPage } from './intake-list-page.ts';
import { intakeFromPage, intakePage } from './intake-page.ts';
import { joinFromPage, joinPage } from './join-page.ts';
import { listPage } from './list-page.ts';
import { mapPage } from './map-page.ts';
import { confirmFromPage, confirmPage } from './confirm-news-page.ts';
import { lookFromPage, lookPage } from './look-page.ts';
import { newsFromPage, newsPage } from './news-page.ts';
import { decideFromPage } from './reactions-panel.ts';
import { reportPage } from './report-page.ts';
import { scriptFile } from './scripts.ts';
import { newReportPage, submitFromPage } from './submit-page.ts';
import { suggestionsPage } from './suggestions-page.ts';
import { takeFromPage } from './take-suggestion.ts';
import { followFromPage, trackPage } from './track-page.ts';
import { workListPage } from './work-list-page.ts';
import { contributeFromPage } from './contribute-page.ts';
import { moveFromPage, workPage } from './work-page.ts';
import { hideFromPage, hidePage } from './hide-page.ts';

/** The module's pages under `/phan-anh`, without JavaScript. Each calls the routes of the module's own API. */
export const pages = new Hono<MountEnvironment<FieldReports>>()
  .get('/', listPage)
  .all('/scripts/:file', scriptFile)
  .get('/gui', newReportPage)
  .post('/gui', submitFromPage)
  .get('/theo-doi', trackPage)
  .post('/theo-doi', followFromPage)
  .get('/tiep-nhan', intakeListPage)
  .get('/tiep-nhan/moi', intakePage)
  .post('/tiep-nhan/moi', intakeFromPage)
  .get('/tiep-nhan/:id/nguoi-gui', lookPage)
  .post('/tiep-nhan/:id/nguoi-gui', lookFromPage)
  .get('/tiep-nhan/:id', intakePage)
  .post('/tiep-nhan/:id', intakeFromPage)
  .get('/viec', workListPage)
  .get('/viec/:code', workPage)
  .post('/viec/:code/contribute', contributeFromPage)
  .post('/viec/:code/xem-xet', decideFromPage)
  .get('/viec/:code/che', hidePage)
  .post('/viec/:code/che', hideFromPage)
  .get('/viec/:code/:look{nguoi-gui|ban-goc}', lookPage)
  .post('/viec/:code/:look{nguoi-gui|ban-goc}', lookFromPage)
  .post('/viec/:code/:move', moveFromPage)
  .post('/viec/:code/dong-ho/:action', clocksFromPage)
  .post('/viec/:code/goi-y/:kind', takeFromPage)
  .get('/nhap-csv', newImportPage)
  .post('/nhap-csv', importFromPage)
  .get('/nhap-csv/:id', importPage)
  .post('/nhap-csv/:id', runFromPage)
  .get('/goi-y', suggestionsPage)
  .get('/nhan-tin', newsPage)
  .post('/nhan-tin', newsFromPage)
  .get('/nhan-tin/xac-nhan', confirmPage)
  .post('/nhan-tin/xac-nhan', confirmFromPage)
  .get('/so-lieu', figuresPage)
  .get('/so-lieu/hom-qua', digestPage)
  .get('/so-lieu/don-vi', agencyFiguresPage)
  .get('/so-lieu/diem-nong', hotSpotsPage)
  .get('/ban-do', mapPage)
  .get('/rss.xml', etag(), rssFeed)
  .get('/diem.geojson', etag(), geoFeed)
  .route('/video', videoUploads)
  .get('/:code/cung-viec', joinPage)
  .post('/:code/cung-viec', joinFromPage)
  .get('/:code', reportPage);
