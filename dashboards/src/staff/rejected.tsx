import { dayTime, full } from '../i18n/format';
import { PagedList, usePages } from '../ui/pages';
import { rejectedMessages } from '../wire/history';
import { paths, query } from '../wire/paths';
import { say } from './words';

const PAGE = 100;

/** What devices sent that the server could not read. */
export function RejectedPage() {
  const pages = usePages(rejectedMessages, cursor => paths.rejected + query({ limit: PAGE, cursor }), '');
  return (
    <main id="content" class="page panel" tabIndex={-1}>
      <header class="panel-head">
        <h1>{say('rejected.title')}</h1>
        <p class="quiet">{say('rejected.intro')}</p>
      </header>
      <PagedList pages={pages} empty={say('rejected.empty')}>
        <table class="wide-table">
          <thead>
            <tr>
              <th scope="col">{say('rejected.received')}</th>
              <th scope="col">{say('rejected.topic')}</th>
              <th scope="col">{say('rejected.reason')}</th>
              <th scope="col">{say('rejected.body')}</th>
            </tr>
          </thead>
          <tbody>
            {pages.items.map((each, index) => (
              <tr key={each.number ?? index}>
                <td>
                  <time dateTime={new Date(each.receivedAt).toISOString()} title={full(each.receivedAt)}>
                    {dayTime(each.receivedAt)}
                  </time>
                </td>
                <td class="code">{each.topic}</td>
                <td>
                  {each.reason} {each.detail && <small class="quiet">{each.detail}</small>}
                </td>
                <td class="code body">{each.body}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </PagedList>
    </main>
  );
}
