import { iso } from './history';
import type { Handler } from './routes';

const rejected: Handler = (_call, _parts, { town }) => {
  const items = [
    ['readings', 'not-json', 'Unexpected end of input', '{"boot":"8f3c2a91","seq":4'],
    [
      'alarms',
      'missing-field',
      'phase',
      '{"boot":"8f3c2a91","seq":43,"at":1767225600000,"alarm":"8f3c2a91-43","kind":"overcurrent"}',
    ],
    [
      'readings',
      'implausible',
      'volts 9999',
      '{"boot":"51b0c7de","seq":77,"readings":[{"socket":3,"usage":"charging","volts":9999}]}',
    ],
  ].map(([channel, reason, detail, body], index) => ({
    number: 3 - index,
    receivedAt: iso(town.now() - (index + 1) * 1_700_000),
    topic: `shedwatch/v1/liuxi/s0${index + 2}/${channel}`,
    reason,
    detail,
    body,
  }));
  return { status: 200, body: { items, next: null } };
};

const lost: Handler = (_call, _parts, { town }) => {
  const notedAt = iso(town.now() - 5_400_000);
  const items = [
    { shed: 's05', boot: '51b0c7de', fromSeq: 640, toSeq: 702, why: 'dropped', notedAt },
    { shed: 's12', boot: '8f3c2a91', fromSeq: 18, toSeq: 18, why: 'awaited', notedAt },
  ];
  return { status: 200, body: { items, next: null } };
};

/** What was rejected and what was lost. */
export const LOSSES: [string, RegExp, Handler][] = [
  ['GET', /^rejected$/, rejected],
  ['GET', /^lost$/, lost],
];
