import { useCallback, useEffect, useState } from "react";
import { control } from "./control";

/** Reads one address of the control side, again when it changes or `reload` is called; late answers are dropped. */
export function useControl<T>(path: string) {
  const [state, setState] = useState<{ path: string; data?: T; error?: string }>({ path });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = round >= 0;
    control
      .get<T>(path)
      .then((data) => isCurrent && setState({ path, data }))
      .catch((error: Error) => isCurrent && setState({ path, error: error.message }));
    return () => {
      isCurrent = false;
    };
  }, [path, round]);
  const reload = useCallback(() => setRound((number) => number + 1), []);
  const isLoading = state.path !== path || (!state.data && !state.error);
  return { data: state.data, error: state.error, isLoading, reload };
}
