import { checkUint } from '../../core/check';
import { LITTLE } from '../../core/little';
import { wrongType, wrongValue } from '../../core/misuse';
import type { IcmpFilter, IcmpFilterSetting } from '../../core/option/values';
import * as structs from '../structs';
import { checkList } from './basic';
import type { Codec } from './codec';

const WORD = 32;

/** A filter of message types: a bit for each, in words of 32, which is set for a type that is kept out. */
function filterOf(size: number): Codec<IcmpFilter, IcmpFilterSetting> {
  const types = 8 * size;
  return {
    room: size,
    least: size,
    read: (view) => ({ block: Array.from({ length: types }, (_, type) => type).filter((type) => isSet(view, type)) }),
    write(name, value) {
      const view = new DataView(new ArrayBuffer(size));
      const { block, pass } = checkFilter(name, value);
      const [member, list] = block === undefined ? ['pass', pass] : ['block', block];
      const given = checkList(`${name}.${member}`, list, types).map((type, index) =>
        checkUint(`${name}.${member}[${index}]`, type, types - 1),
      );
      const listed = new Set(given);
      for (let type = 0; type < types; type++) if (listed.has(type) === (block !== undefined)) set(view, type);
      return view;
    },
  };
}

function checkFilter(name: string, value: IcmpFilterSetting): IcmpFilterSetting {
  if (typeof value !== 'object' || value === null) throw wrongType(name, 'of type object', value);
  const { block, pass } = value;
  if ((block === undefined) === (pass === undefined)) throw wrongValue(name, 'must have one of block and pass', value);
  return { block, pass } as IcmpFilterSetting;
}

function isSet(view: DataView, type: number): boolean {
  return ((view.getUint32(4 * Math.floor(type / WORD), LITTLE) >>> (type % WORD)) & 1) !== 0;
}

function set(view: DataView, type: number): void {
  const at = 4 * Math.floor(type / WORD);
  view.setUint32(at, view.getUint32(at, LITTLE) | (1 << (type % WORD)), LITTLE);
}

export const icmpFilter = filterOf(structs.icmpFilter.size);

export const icmp6Filter = filterOf(structs.icmp6Filter.size);
