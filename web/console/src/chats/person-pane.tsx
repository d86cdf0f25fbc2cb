import { lazy, Suspense, useState } from 'react';
import { t } from '../i18n';
import { clockTime, dateTime } from '../i18n/format';
import type { Chat } from '../state';
import { IconButton, Tabs, toast } from '../ui';
import { Records } from './records';

const PastChats = lazy(() => import('./past-chats'));

// What is known of the visitor.
export function PersonPane({ chat }: { chat: Chat }) {
  const [tab, setTab] = useState('details');
  return (
    <aside className="chats-person" data-pane tabIndex={-1} aria-label={t('chats.visitor')}>
      <Tabs
        label={t('chats.visitor')}
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'details', title: t('chats.details'), content: <Details chat={chat} /> },
          { id: 'pages', title: t('chats.pages'), content: <Pages chat={chat} /> },
          {
            id: 'past',
            title: t('chats.past'),
            content: (
              <Suspense fallback={null}>
                <PastChats chat={chat} />
              </Suspense>
            ),
          },
        ]}
      />
    </aside>
  );
}

interface Fact {
  label: string;
  value: string;
}

function factsOf(chat: Chat): Fact[] {
  const { facts } = chat;
  if (!facts) return [];
  const { visitorInfo: info, geoLocation: place } = facts;
  const where = [place?.city, place?.region, place?.countryName].filter(Boolean).join(', ');
  return [
    { label: t('chats.ipAddress'), value: facts.ipAddress },
    { label: t('chats.place'), value: where },
    { label: t('chats.network'), value: place?.organization ?? '' },
    { label: t('chats.browser'), value: info.browserName },
    { label: t('chats.browserLanguage'), value: info.language },
    { label: t('chats.screen'), value: info.screenResolution },
    { label: t('chats.referrer'), value: info.originalReferrer },
    { label: t('chats.requested'), value: dateTime(chat.requestTime) },
  ].filter((fact) => fact.value !== '' && fact.value !== 'Unknown');
}

function Details({ chat }: { chat: Chat }) {
  const custom = (chat.facts?.customDetails ?? []).filter((detail) => detail.value !== '');
  return (
    <div className="chats-details">
      {custom.length > 0 ? (
        <section>
          <h2 className="chats-details__heading">{t('chats.customDetails')}</h2>
          <dl className="chats-facts">
            {custom.map((detail) => (
              <FactRow
                key={`${detail.label} ${detail.value}`}
                label={detail.label}
                value={detail.value}
                isUserText
              />
            ))}
          </dl>
        </section>
      ) : null}
      <Records chat={chat} />
      <section>
        <h2 className="chats-details__heading">{t('chats.technical')}</h2>
        <dl className="chats-facts">
          {factsOf(chat).map((fact) => (
            <FactRow key={fact.label} label={fact.label} value={fact.value} />
          ))}
        </dl>
      </section>
    </div>
  );
}

function FactRow({ label, value, isUserText }: Fact & { isUserText?: boolean }) {
  async function copy() {
    await navigator.clipboard.writeText(value);
    toast(t('chats.copied'));
  }
  return (
    <div className="chats-fact">
      <dt dir={isUserText ? 'auto' : undefined}>{label}</dt>
      <dd>
        <bdi dir="auto">{value}</bdi>
        <IconButton
          icon="copy"
          label={t('chats.copy', { what: label })}
          onPress={() => void copy()}
        />
      </dd>
    </div>
  );
}

function Pages({ chat }: { chat: Chat }) {
  const pages = [...chat.breadcrumbs].reverse();
  if (pages.length === 0) return <p className="chats-details muted">{t('chats.noPages')}</p>;
  return (
    <ol className="chats-pages">
      {pages.map((page) => (
        <li key={`${page.time} ${page.location}`} className="chats-page">
          <time className="muted tabular">{clockTime(page.time)}</time>
          <span dir="ltr" className="chats-page__place">
            {page.location}
          </span>
        </li>
      ))}
    </ol>
  );
}
