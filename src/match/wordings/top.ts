// The two highest of a figure: what one claim leads the next by.

export interface Top {
  first: number;
  second: number;
}

export const see = (top: Top, value: number): void => {
  if (value > top.first) {
    top.second = top.first;
    top.first = value;
  } else if (value > top.second) top.second = value;
};
/** The highest of all others. */
export const rival = ({ first, second }: Top, own: number): number => (own === first ? second : first);
