"use client";

import type { ButtonProps } from "@bigcommerce/big-design";
import { useRef, useState } from "react";
import { Button } from "./button.tsx";

interface AsyncButtonProps extends Omit<ButtonProps, "onClick" | "isLoading" | "children"> {
  label: string;
  /** Stands in the button while it works, such as "Checking…". */
  workingLabel: string;
  /** The work. Handles its own failures: the button only waits for the end. */
  onClick: () => Promise<unknown>;
}

/** A button that keeps focus and name while its work runs, and ignores further clicks meanwhile. */
export function AsyncButton({ label, workingLabel, onClick, ...rest }: AsyncButtonProps) {
  const [isWorking, setIsWorking] = useState(false);
  const isRunning = useRef(false);

  const run = async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    setIsWorking(true);
    try {
      await onClick();
    } finally {
      isRunning.current = false;
      setIsWorking(false);
    }
  };

  return (
    <Button {...rest} aria-busy={isWorking} onClick={() => void run()}>
      {isWorking ? workingLabel : label}
    </Button>
  );
}
