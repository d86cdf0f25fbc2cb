import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import { Icon, type IconName } from './icons';

export type ButtonKind = 'plain' | 'primary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className'> {
  kind?: ButtonKind;
  className?: string;
}

export function Button({ kind = 'plain', className = '', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`ui-button ui-button--${kind} ${className}`} />;
}

export interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  icon: IconName;
  // What the button does; its name and its tooltip.
  label: string;
}

export function IconButton({
  icon,
  label,
  kind = 'quiet',
  className = '',
  ...props
}: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <Button {...props} kind={kind} aria-label={label} className={`ui-button--icon ${className}`}>
        <Icon name={icon} />
      </Button>
      <Tooltip className="ui-tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
