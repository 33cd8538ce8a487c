import { execFile } from 'node:child_process';
import { rm, stat } from 'node:fs/promises';
import { notAVideo } from './video.ts';
import type { VideoPart } from './stored-parts.ts';

/** ffmpeg as the machine has it; a deployment without it keeps videos as they came, for staff alone. */
export interface Ffmpeg {
  /**
   * Writes the video anew: one picture and one sound track, without metadata, captions or telemetry; what browsers do
   * not play, or what is larger than 1280 px, is transcoded.
   *
   * @throws Problem 415 where there is no picture track in it
   */
  clean(source: { readonly path: string; readonly container: VideoPart }, target: string, signal?: AbortSignal): Promise<void>;
  /** A frame that shows something, as a JPEG. */
  poster(path: string, signal?: AbortSignal): Promise<Buffer>;
}

const longestSide = 1280;
const mostOutput = 32 * 1024 * 1024;
const demuxers: Readonly<Record<VideoPart, string>> = { mp4: 'mov', webm: 'matroska' };
// The demuxer is ours to say and nothing but files are read: a crafted upload names no other address.
const reading = (container: VideoPart) => ['-protocol_whitelist', 'file', '-f', demuxers[container]];
const quiet = ['-hide_banner', '-nostdin', '-v', 'error'];

let probed: Promise<Ffmpeg | undefined> | undefined;

/** Looked for once: who installs it restarts. */
export function findFfmpeg(): Promise<Ffmpeg | undefined> {
  return (probed ??= Promise.all([run('ffmpeg', ['-version']), run('ffprobe', ['-version'])]).then(
    () => ffmpeg,
    () => undefined,
  ));
}

const ffmpeg: Ffmpeg = {
  async clean({ path, container }, target, signal) {
    const { video, audio, plays } = await tracksOf(path, container, signal);
    const copied = plays && container === 'mp4';
    // What cameras hide between the pictures of H.264 goes as well.
    const pictures = copied
      ? ['-c:v', 'copy', ...(video === 'h264' ? ['-bsf:v', 'filter_units=remove_types=6'] : [])]
      : ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '27', '-pix_fmt', 'yuv420p', '-vf', `scale='if(gt(iw,ih),min(${longestSide},iw),-2)':'if(gt(iw,ih),-2,min(${longestSide},ih))'`];
    const sound = audio === undefined ? [] : copied && audio === 'aac' ? ['-c:a', 'copy'] : ['-c:a', 'aac', '-b:a', '96k'];
    const tracks = ['-map', '0:v:0', '-map', '0:a:0?', '-dn', '-sn', '-map_metadata', '-1', '-map_chapters', '-1'];
    const plain = ['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact', '-movflags', '+faststart', '-f', 'mp4'];
    try {
      await run('ffmpeg', [...quiet, '-threads', '1', ...reading(container), '-i', path, ...tracks, ...pictures, ...sound, ...plain, '-y', target], signal);
      if ((await stat(target)).size === 0) throw notAVideo();
    } catch (error) {
      await rm(target, { force: true });
      throw error;
    }
  },
  poster: (path, signal) =>
    run('ffmpeg', [...quiet, '-threads', '1', ...reading('mp4'), '-i', path, '-vf', 'thumbnail=25', '-frames:v', '1', '-f', 'image2pipe', '-c:v', 'mjpeg', 'pipe:1'], signal),
};

interface Tracks {
  readonly video: string;
  readonly audio: string | undefined;
  /** Whether every browser plays it as it is, at a size that a phone on 3G can take. */
  readonly plays: boolean;
}

async function tracksOf(path: string, container: VideoPart, signal?: AbortSignal): Promise<Tracks> {
  const shown = await run('ffprobe', ['-v', 'error', ...reading(container), '-show_entries', 'stream=codec_type,codec_name,pix_fmt,width,height', '-of', 'json', path], signal).catch((error: unknown) => {
    throw signal?.aborted ? error : notAVideo(error);
  });
  const { streams = [] } = JSON.parse(shown.toString()) as { streams?: { codec_type?: string; codec_name?: string; pix_fmt?: string; width?: number; height?: number }[] };
  const video = streams.find(({ codec_type }) => codec_type === 'video');
  if (video?.codec_name === undefined) throw notAVideo();
  const audio = streams.find(({ codec_type }) => codec_type === 'audio')?.codec_name;
  const plays = video.codec_name === 'h264' && video.pix_fmt === 'yuv420p' && Math.max(video.width ?? 0, video.height ?? 0) <= longestSide;
  return { video: video.codec_name, audio, plays };
}

/** Nothing of the server's environment but where programs are found. */
function run(program: string, args: readonly string[], signal?: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { encoding: 'buffer' as const, maxBuffer: mostOutput, killSignal: 'SIGKILL' as const, env: { PATH: process.env['PATH'] ?? '' }, ...(signal && { signal }) };
    execFile(program, args, options, (error, stdout) => (error === null ? resolve(stdout) : reject(error)));
  });
}
