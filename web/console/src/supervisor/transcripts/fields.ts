import { t } from '../../i18n';
import { dateTime, duration, number } from '../../i18n/format';
import type { Names } from '../names';
import type { Transcript } from '../reports';

export interface FieldRow {
  label: string;
  value: string;
}

// The fields of a record that say something, in the order people ask for them.
export function fieldsOf(transcript: Transcript, names: Names): FieldRow[] {
  const time = (at: number | undefined) => (at === undefined ? '' : dateTime(at));
  const span = (seconds: number | undefined) => (seconds === undefined ? '' : duration(seconds));
  const rows: FieldRow[] = [
    { label: t('supervisor.button'), value: names.button(transcript.liveChatButtonId) },
    {
      label: t('supervisor.key_deployment'),
      value: names.deployment(transcript.liveChatDeploymentId),
    },
    { label: t('supervisor.owner'), value: names.agent(transcript.ownerId) },
    { label: t('supervisor.requested'), value: time(transcript.requestTime) },
    { label: t('supervisor.accepted'), value: time(transcript.startTime) },
    { label: t('supervisor.ended'), value: time(transcript.endTime) },
    {
      label: t('supervisor.endedBy'),
      value: transcript.endedBy ? t(`supervisor.by_${transcript.endedBy}`) : '',
    },
    { label: t('supervisor.waitTime'), value: span(transcript.waitTime) },
    { label: t('supervisor.abandonedAfter'), value: span(transcript.abandoned) },
    { label: t('supervisor.duration'), value: span(transcript.chatDuration) },
    { label: t('supervisor.visitorMessages'), value: number(transcript.visitorMessageCount) },
    { label: t('supervisor.agentMessages'), value: number(transcript.operatorMessageCount) },
    { label: t('supervisor.averageAnswer'), value: span(transcript.averageResponseTimeOperator) },
    { label: t('supervisor.longestAnswer'), value: span(transcript.maxResponseTimeOperator) },
    { label: t('supervisor.ipAddress'), value: transcript.ipAddress },
    { label: t('supervisor.browser'), value: transcript.browser },
    { label: t('supervisor.platform'), value: transcript.platform },
    { label: t('supervisor.language'), value: transcript.browserLanguage },
    { label: t('supervisor.screen'), value: transcript.screenResolution },
    { label: t('supervisor.referrer'), value: transcript.referrerUri },
    { label: t('supervisor.lastPage'), value: transcript.lastVisitedPage },
    { label: t('supervisor.account'), value: transcript.accountId ?? '' },
    { label: t('supervisor.case'), value: transcript.caseId ?? '' },
    { label: t('supervisor.contact'), value: transcript.contactId ?? '' },
    { label: t('supervisor.lead'), value: transcript.leadId ?? '' },
    { label: t('supervisor.visitorKey'), value: transcript.liveChatVisitorId },
    { label: t('supervisor.chatKey'), value: transcript.chatKey },
  ];
  const custom = Object.entries(transcript.customFields).map(([label, value]) => ({
    label,
    value,
  }));
  return [...rows, ...custom].filter((row) => row.value !== '');
}
