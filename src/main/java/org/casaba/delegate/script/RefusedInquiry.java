package org.casaba.delegate.script;

import java.util.Optional;
import org.casaba.delegate.Access;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.Inquiry;
import org.casaba.delegate.KnownImage;
import org.casaba.iiif.Identifier;

/** What there is to ask while there is no script to ask: nothing. */
record RefusedInquiry(DelegateException reason) implements Inquiry {

  @Override
  public Access admit() throws DelegateException {
    throw reason;
  }

  @Override
  public Optional<Identifier> locate() throws DelegateException {
    throw reason;
  }

  @Override
  public Access permit(KnownImage image) throws DelegateException {
    throw reason;
  }

  @Override
  public Description describe(KnownImage image) throws DelegateException {
    throw reason;
  }

  @Override
  public boolean personal() {
    return true;
  }
}
