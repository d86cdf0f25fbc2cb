import { useCallback, useMemo, useState } from 'react';
import { useLocation, useSearch as useSearchText } from 'wouter';
import { ApiError } from '../../api/client';
import { t } from '../../i18n';
import { number } from '../../i18n/format';
import { serverNow } from '../../state/store';
import { Button, EmptyState, Icon, reasonOf, Select } from '../../ui';
import { parseQuery, resolveQuery } from './query';
import { useQueryNames } from './query-names';
import { ReadingView } from './reading-view';
import { ResultList } from './result-list';
import { exportUrl, type Order, useSearch } from './search';
import { SearchBar } from './search-bar';

export interface TranscriptsPageProps {
  openKey: string | undefined;
  // Whether the names that a query may use are known.
  hasNames: boolean;
}

// The search for transcripts, and one of them to be read. The query stands in the address.
export function TranscriptsPage({ openKey, hasNames }: TranscriptsPageProps) {
  const [, navigate] = useLocation();
  const parameters = useSearchText();
  const asked = new URLSearchParams(parameters);
  const text = asked.get('q') ?? '';
  const order: Order = asked.get('order') === 'oldest' ? 'oldest' : 'newest';
  const names = useQueryNames();
  const [openedAt] = useState(serverNow);
  const resolved = useMemo(
    () => resolveQuery(parseQuery(text), names, openedAt),
    [text, names, openedAt],
  );

  function go(next: { q?: string; order?: Order; key?: string | null }) {
    const query = new URLSearchParams();
    const q = next.q ?? text;
    if (q) query.set('q', q);
    if ((next.order ?? order) === 'oldest') query.set('order', 'oldest');
    const key = next.key === undefined ? openKey : next.key;
    const search = query.size > 0 ? `?${query}` : '';
    navigate(`/transcripts${key ? `/${key}` : ''}${search}`);
  }

  return (
    <div className="sup-transcripts" data-reading={openKey !== undefined || undefined}>
      <div className="sup-transcripts__find">
        <SearchBar
          text={text}
          chips={hasNames ? resolved.chips : []}
          filter={resolved.filter}
          names={names}
          onSearch={(q) => go({ q, key: null })}
        />
        {hasNames ? (
          <Results
            resolved={resolved}
            order={order}
            openKey={openKey}
            onOrder={(next) => go({ order: next })}
            onOpen={(key) => go({ key })}
          />
        ) : null}
      </div>
      {openKey ? (
        <ReadingView key={openKey} chatKey={openKey} onClose={() => go({ key: null })} />
      ) : (
        <div className="sup-transcripts__none">
          <EmptyState icon="file" title={t('supervisor.chooseTranscript')} />
        </div>
      )}
    </div>
  );
}

interface ResultsProps {
  resolved: ReturnType<typeof resolveQuery>;
  order: Order;
  openKey: string | undefined;
  onOrder: (order: Order) => void;
  onOpen: (chatKey: string) => void;
}

function Results({ resolved, order, openKey, onOrder, onOpen }: ResultsProps) {
  const { filter, hasProblem } = resolved;
  const { query, transcripts } = useSearch(filter, order, !hasProblem);
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isError } = query;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);

  if (hasProblem) return <EmptyState icon="alert" title={t('supervisor.notUnderstood')} />;
  const problem = query.error instanceof ApiError ? query.error : null;
  if (query.isError && transcripts.length === 0) {
    return (
      <EmptyState icon="alert" title={problem ? reasonOf(problem) : t('shell.problem')}>
        <Button onPress={() => void query.refetch()}>{t('shell.tryAgain')}</Button>
      </EmptyState>
    );
  }
  return (
    <>
      <div className="sup-results-head">
        <p role="status" className="sup-count tabular">
          {query.isPending
            ? ''
            : t('supervisor.found', {
                count: transcripts.length,
                shown: number(transcripts.length) + (hasNextPage ? '+' : ''),
              })}
        </p>
        <Select<Order>
          label={t('supervisor.order')}
          isLabelHidden
          value={order}
          onChange={onOrder}
          choices={[
            { id: 'newest', label: t('supervisor.newestFirst') },
            { id: 'oldest', label: t('supervisor.oldestFirst') },
          ]}
        />
        <a className="ui-button sup-small" href={exportUrl(filter, order, 'csv')} download>
          <Icon name="download" /> CSV
        </a>
        <a className="ui-button sup-small" href={exportUrl(filter, order, 'ndjson')} download>
          <Icon name="download" /> NDJSON
        </a>
      </div>
      {transcripts.length > 0 ? (
        <ResultList
          // Another search begins at its first result.
          key={JSON.stringify([filter, order])}
          transcripts={transcripts}
          openKey={openKey}
          onOpen={onOpen}
          onEnd={more}
        />
      ) : query.isPending ? null : hasNextPage ? (
        <EmptyState icon="search" title={t('supervisor.nothingYet')}>
          <Button onPress={more} isDisabled={isFetchingNextPage}>
            {t('supervisor.lookFurther')}
          </Button>
        </EmptyState>
      ) : (
        <EmptyState icon="search" title={t('supervisor.nothingFound')} />
      )}
      {transcripts.length > 0 && isError ? (
        <p className="sup-note" data-tone="late" role="alert">
          {problem ? reasonOf(problem) : t('shell.problem')}{' '}
          <Button onPress={() => void fetchNextPage()}>{t('shell.tryAgain')}</Button>
        </p>
      ) : null}
    </>
  );
}
