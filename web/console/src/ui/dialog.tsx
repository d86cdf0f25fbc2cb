import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../i18n';
import { IconButton } from './button';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  // The buttons at the end.
  actions?: ReactNode;
  isWide?: boolean;
  role?: 'dialog' | 'alertdialog';
}

// A modal dialog that keeps the focus and gives it back; Esc and a press outside close it.
export function Dialog({ title, isOpen, onClose, children, actions, isWide, role }: DialogProps) {
  return (
    <ModalOverlay
      className="ui-scrim"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
    >
      <Modal className={isWide ? 'ui-modal ui-modal--wide' : 'ui-modal'}>
        <AriaDialog className="ui-dialog" role={role}>
          <div className="ui-dialog__head">
            <Heading slot="title" className="ui-dialog__title">
              {title}
            </Heading>
            <IconButton icon="close" label={t('shell.close')} onPress={onClose} />
          </div>
          {children}
          {actions ? <div className="ui-dialog__actions">{actions}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
