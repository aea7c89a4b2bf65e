import { dayTime, full, whole } from '../i18n/format';
import { PagedList, usePages } from '../ui/pages';
import { useStore } from '../ui/store';
import { lostMessages, rejectedMessages } from '../wire/history';
import { paths, query } from '../wire/paths';
import { desk } from './hands';
import { say, sayLoss, sayRejection, shedName } from './words';

const PAGE = 50;

/** What devices sent that the server could not use, and what they did not send. */
export function RejectedPage() {
  return (
    <main id="content" class="page panel" tabIndex={-1}>
      <h1 class="spoken">{say('messages.title')}</h1>
      <Rejected />
      <Lost />
    </main>
  );
}

function Rejected() {
  const pages = usePages(rejectedMessages, cursor => paths.rejected + query({ limit: PAGE, cursor }), '');
  return (
    <section aria-labelledby="rejected-title">
      <header class="panel-head">
        <h2 id="rejected-title">{say('rejected.title')}</h2>
        <p class="quiet">{say('rejected.intro')}</p>
      </header>
      <PagedList pages={pages} empty={say('rejected.empty')}>
        <table class="wide-table">
          <thead>
            <tr>
              {(['received', 'reason', 'topic', 'body'] as const).map(each => (
                <th key={each} scope="col">
                  {say(`rejected.${each}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pages.items.map((each, index) => (
              <tr key={each.number ?? index}>
                <td>
                  <When at={each.receivedAt} />
                </td>
                <td>
                  {sayRejection(each.reason)} {each.detail && <small>{each.detail}</small>}
                </td>
                <td class="code">{each.topic}</td>
                <td class="code body">{each.body}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </PagedList>
    </section>
  );
}

function Lost() {
  const sheds = useStore(desk, state => state.board.sheds);
  const pages = usePages(lostMessages, cursor => paths.lost + query({ limit: PAGE, cursor }), '');
  return (
    <section aria-labelledby="lost-title">
      <header class="panel-head">
        <h2 id="lost-title">{say('lost.title')}</h2>
        <p class="quiet">{say('lost.intro')}</p>
      </header>
      <PagedList pages={pages} empty={say('lost.empty')}>
        <table class="wide-table">
          <thead>
            <tr>
              <th scope="col">{say('lost.noted')}</th>
              <th scope="col">{say('rejected.reason')}</th>
              <th scope="col">{say('sheds.name')}</th>
              <th scope="col" class="number">
                {say('lost.count')}
              </th>
              <th scope="col">{say('lost.seqs')}</th>
            </tr>
          </thead>
          <tbody>
            {pages.items.map(each => (
              <tr key={`${each.shed} ${each.boot} ${each.fromSeq}`}>
                <td>
                  <When at={each.notedAt} />
                </td>
                <td>{sayLoss(each.why)}</td>
                <td>{shedName(sheds, each.shed)}</td>
                <td class="number">{whole(each.toSeq - each.fromSeq + 1)}</td>
                <td class="code">
                  {each.boot} {each.fromSeq}–{each.toSeq}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </PagedList>
    </section>
  );
}

function When({ at }: { at: number }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={full(at)}>
      {dayTime(at)}
    </time>
  );
}
