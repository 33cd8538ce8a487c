import { lookAtOriginal } from './look-at-original.ts';
import { lookUpReporter } from './look-up-reporter.ts';
import { redactPicture } from './redact-picture.ts';
import { redactText } from './redact-text.ts';
import { showVideo } from './show-video.ts';
import { undoRedaction } from './undo-redaction.ts';

export const privacyRoutes = [lookUpReporter, lookAtOriginal, redactText, redactPicture, undoRedaction, showVideo];
