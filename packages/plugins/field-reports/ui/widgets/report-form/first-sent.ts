import type { Home, Problem, Say } from '@tinhthong/ui-webcomponents';
import type { Fault } from '@tinhthong/ui-webcomponents/fields';

/** Where its writer follows what was sent a moment ago and is refused a second time; the refusal names its code. */
export function firstSent(say: Say, { origin }: Pick<Home, 'origin'>, { code, messages }: Pick<Problem, 'code' | 'messages'>): Fault | undefined {
  if (code !== 'already-sent') return undefined;
  const [report] = /[A-Z]{2,5}-\d{2}-\d{7}/.exec(messages.vi) ?? [];
  return { message: say('Theo dõi phản ánh đã gửi', 'Follow the report that was sent'), href: `${origin || location.origin}/phan-anh/theo-doi${report === undefined ? '' : `?code=${report}`}` };
}
