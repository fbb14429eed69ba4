import type { Inventory } from '../../model/inventory.ts';
import { toDos } from './to-do.ts';

/** The inventory as JSON, with what is left to decide. */
export const jsonInventory = (inventory: Inventory): string =>
  `${JSON.stringify({ version: 1, ...inventory, toDo: toDos(inventory) }, null, 2)}\n`;
