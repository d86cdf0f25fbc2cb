import { describe, expect, it } from 'vitest';
import { type SortValue, sortItems, steadyOrder } from './sort';

interface Item {
  id: string;
  value: SortValue;
  isPinned?: boolean;
}

const sorted = (items: Item[], isDescending = false) =>
  sortItems(items, {
    value: (item) => item.value,
    isDescending,
    isPinned: (item) => item.isPinned ?? false,
    locale: 'en-US',
  }).map((item) => item.id);

describe('a table', () => {
  it('is in the order of its numbers, either way', () => {
    const items = [
      { id: 'ten', value: 10 },
      { id: 'nine', value: 9 },
      { id: 'eleven', value: 11 },
    ];
    expect(sorted(items)).toEqual(['nine', 'ten', 'eleven']);
    expect(sorted(items, true)).toEqual(['eleven', 'ten', 'nine']);
  });

  it('is in the order of its words as people read them', () => {
    const items = ['Zoë', 'agent 10', 'Ärger', 'Agent 9'].map((value) => ({ id: value, value }));
    expect(sorted(items)).toEqual(['Agent 9', 'agent 10', 'Ärger', 'Zoë']);
  });

  it('has what has no value at its end, either way', () => {
    const items = [
      { id: 'none', value: undefined },
      { id: 'one', value: 1 },
      { id: 'two', value: 2 },
    ];
    expect(sorted(items)).toEqual(['one', 'two', 'none']);
    expect(sorted(items, true)).toEqual(['two', 'one', 'none']);
  });

  it('has what is pinned on top, either way, and that in its order', () => {
    const items = [
      { id: 'low', value: 1 },
      { id: 'pinned high', value: 9, isPinned: true },
      { id: 'high', value: 8 },
      { id: 'pinned low', value: 2, isPinned: true },
    ];
    expect(sorted(items)).toEqual(['pinned low', 'pinned high', 'low', 'high']);
    expect(sorted(items, true)).toEqual(['pinned high', 'pinned low', 'high', 'low']);
  });

  it('leaves equals and what it was given as they are', () => {
    const items = [
      { id: 'first', value: 1 },
      { id: 'second', value: 1 },
    ];
    expect(sorted(items)).toEqual(['first', 'second']);
    expect(sorted(items, true)).toEqual(['first', 'second']);
    expect(items.map((item) => item.id)).toEqual(['first', 'second']);
  });
});

describe('the order under the pointer', () => {
  it('stays, without what is gone, and has what is new at its end', () => {
    expect(steadyOrder(['a', 'b', 'c'], ['d', 'c', 'a'])).toEqual(['a', 'c', 'd']);
  });

  it('is the wanted one when nothing was shown', () => {
    expect(steadyOrder([], ['b', 'a'])).toEqual(['b', 'a']);
  });

  it('has nothing twice', () => {
    expect(steadyOrder(['a', 'a', 'b'], ['b', 'a'])).toEqual(['a', 'b']);
  });
});
