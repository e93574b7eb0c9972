"use client";

import { Button as BigDesignButton, type ButtonProps } from "@bigcommerce/big-design";
import { forwardRef } from "react";

/**
 * BigDesign's button, as wide as its words on every screen. It names its variant in the markup, because the colours
 * of a hovered button are mended by the app's styles. Use this one everywhere: the bare one turns unreadable.
 */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant = "primary", actionType = "normal", mobileWidth = "auto", type = "button", ...rest },
  ref,
) {
  return (
    <BigDesignButton
      {...rest}
      {...(actionType === "destructive" && { "data-destructive": "" })}
      actionType={actionType}
      data-variant={variant}
      mobileWidth={mobileWidth}
      ref={ref}
      type={type}
      variant={variant}
    />
  );
});
