import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SimulatedVisitor } from './simulated-visitor';

// The visitor that is played at present.
const simulation = createStore<{ visitor: SimulatedVisitor | null }>(() => ({ visitor: null }));

export function useSimulation(): SimulatedVisitor | null {
  return useStore(simulation, (state) => state.visitor);
}

export function closeSimulation(): void {
  const { visitor } = simulation.getState();
  void visitor?.end().catch(() => undefined);
  simulation.setState({ visitor: null });
}

export function beginSimulation(visitor: SimulatedVisitor): void {
  simulation.setState({ visitor });
}
