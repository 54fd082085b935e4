import type { Contender } from './suite/suite';

/** Each contender's samples, one a round. */
export type Samples = ReadonlyMap<string, readonly number[]>;

/** In every round each contender is sampled once, in an order that is drawn anew. */
export async function runRounds(
  contenders: readonly Contender[],
  rounds: number,
  random: () => number = Math.random,
): Promise<Samples> {
  const present = contenders.filter(({ absent }) => absent === undefined);
  const samples = new Map<string, number[]>(present.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of shuffled(present, random)) samples.get(contender.name)!.push(await contender.sample());
  }
  return samples;
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}
