import { describe, expect, it } from 'vitest';
import type { QuickText } from '../api/types';
import { countFields, find, merge, nextField, triggerAt } from './quick-text';

function text(id: string, name: string, message = '', folder = ''): QuickText {
  return { id, name, message, folder, category: '', channels: [] };
}

describe('the sign', () => {
  it('is a slash or two semicolons at the beginning or behind a blank', () => {
    expect(triggerAt('/', 1)).toEqual({ from: 0, to: 1, query: '' });
    expect(triggerAt('Hello /ret', 10)).toEqual({ from: 6, to: 10, query: 'ret' });
    expect(triggerAt(';;ret pol', 9)).toEqual({ from: 0, to: 9, query: 'ret pol' });
    expect(triggerAt('line\n/x', 7)).toEqual({ from: 5, to: 7, query: 'x' });
  });

  it('is not one within a word, an address or before the caret’s line', () => {
    expect(triggerAt('and/or', 6)).toBeNull();
    expect(triggerAt('https://shop.example/cart', 25)).toBeNull();
    expect(triggerAt('/x\nmore', 7)).toBeNull();
    expect(triggerAt('one;two', 7)).toBeNull();
  });
});

describe('finding', () => {
  const texts = [
    text('1', 'Greeting', 'Good day'),
    text('2', 'Refund policy', 'Money back within 30 days'),
    text('3', 'Retoure', 'Rücksendung', 'Deutsch'),
  ];

  it('looks into names before messages', () => {
    const all = [text('m', 'Other', 'about refunds'), ...texts];
    expect(find(all, 'refund', []).map((one) => one.id)).toEqual(['2', 'm']);
  });

  it('takes letters with gaps, folders, and no heed of accents', () => {
    expect(find(texts, 'rfpol', []).map((one) => one.id)).toEqual(['2']);
    expect(find(texts, 'deutsch', []).map((one) => one.id)).toEqual(['3']);
    expect(find(texts, 'rucksendung', []).map((one) => one.id)).toEqual(['3']);
    expect(find(texts, 'xyz', [])).toEqual([]);
  });

  it('puts recent ones first', () => {
    expect(find(texts, '', ['3', '2'])[0]?.id).toBe('3');
    expect(find(texts, '', [])[0]?.id).toBe('1');
  });
});

describe('merge fields', () => {
  it('are filled where they are known and left where not', () => {
    const merged = merge('Dear {visitor.name}, order {order} …', { 'visitor.name': 'Jo' });
    expect(merged).toBe('Dear Jo, order {order} …');
    expect(countFields(merged)).toBe(1);
  });

  it('are stepped through from the caret on and then again', () => {
    const message = 'a {one} b {two}';
    expect(nextField(message, 0)).toEqual({ from: 2, to: 7 });
    expect(nextField(message, 7)).toEqual({ from: 10, to: 15 });
    expect(nextField(message, 15)).toEqual({ from: 2, to: 7 });
    expect(nextField('none', 0)).toBeNull();
  });

  it('do not fill with what a visitor named like a field', () => {
    expect(merge('{visitor.name}', { 'visitor.name': '{agent.name}', 'agent.name': 'Ann' })).toBe(
      '{agent.name}',
    );
  });
});
